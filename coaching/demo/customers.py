"""Who comes in: names from everywhere."""

WOMEN = (
    "Amara Siobhan Priyanka Mei Freya Bronwen Nkechi Agnieszka Marta Yuki Fatima Elena Hannah Ines Zainab Sunita Maeve Lotte"
    " Beatriz Noor Wren Ayesha Linh Joanna Ailsa Rosa Leila Thandi Ruth Saoirse Nadia Parveen Ngozi Catrin Esther Gwen"
    " Francesca Sefa Dilys Anjali Valentina Morag Clara Petra Shreya Niamh Greta Farah Iona Margaret Zofia Roza Chiara Orla"
    " Efua Xiu Halima Jasmin Sinead Birgit Wanjiru Aoife Renata Eilidh Ama Barbara"
).split()
MEN = (
    "Tomasz Jude Olu Hassan Luca Dev Callum Rhys Kofi Mateus Gareth Pawel Tariq Chidi Angus Stefan Cormac Kwame Dimitri"
    " Harpreet Eoin Magnus Ibrahim Owen Hugo Ravi Milan Abdi Kieran Marek Tom Yusuf Bashir Emeka Lewis Anton Jamal Huw Luis"
    " Kenji Femi Alun Derek Samir Bogdan Patrick Rory Tadeusz Omar Neil Deepak Malik Zoltan"
).split()
SURNAMES = (
    "Abbott Achebe Bellamy Cartwright Dhillon Eriksen Farrow Gallagher Haddad Ishikawa Jarvis Kaur Lindley MacInnes Nowak"
    " Oyelaran Pritchard Quinn Rahman Santos Tudor Ueda Varga Whitlock Yilmaz Zielinski"
).split()
