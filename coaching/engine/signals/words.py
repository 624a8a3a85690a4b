"""Plain vocabularies that several signals share."""

# Words that carry no picture of their own: what is left without them is what a sentence is about.
EMPTY_WORDS = frozenset(
    """
    a an the this that these those some any no every each all both either neither other another such same
    i me my mine myself we us our ours you your yours yourself he him his she her hers they them their
    theirs it its who whom whose which what when where why how there here am is are was were be been being
    have has had having do does did doing done can could will would shall should may might must ought need
    let get gets got getting go goes going gone come comes came coming and or but so if then than because
    as of at by for from in into on onto off out up down over under to with without about around through
    again back just only also too very really quite so much many more most less least well now today still
    yet already always never not nor oh ah um uh er hm hmm eh ha hey hi hello yes yeah yep no nope okay
    right sure fine good great lovely nice please thanks thank sorry 's one ones thing things bit lot way
    know see look think want like say said tell told ask make made take took give put keep try start feel
    seem mean hear heard find found help helped helping assist kind able happy glad pleased welcome course
    mind dear sir madam maam ma'am miss mr mrs ms morning afternoon evening day week weekend night time
    moment minute second anything something everything new old own whole current recent previous upcoming
    latest ahead nothing anyone someone everyone folks people guys everybody bye cheers ready next
    """.split()
)

# What every counter deals in. They say that business is being done, not who it is done with.
BUSINESS_WORDS = frozenset(
    """
    rental ride criteria subtitle subtitles postal destination location city area budget seats room rooms
    stay movie song music event events show playlist device speaker bills calls lines exchange operator
    directories account address amount answer app application appointment balance basket bill billing
    booking business call card cart case cash change charge charges chat check checkout claim code
    colleague colleagues company complaint concern concerns confirmation contact copy cost counter credit
    custom customer customers data date deal debit delivery department deposit desk detail details direct
    directory email enquiry experience extension fare fee feedback file form frustration full given
    history hold home id identification inconvenience info information initials inquiry invoice issue item
    items job language last line list mail manager matter message mobile money name names network number
    numbers office online option options order orders package parcel particulars party passport password
    patience pay payment payments person phone pin place plan please policy position post postcode price
    problem problems product products provider purchase query question questions quote receipt record
    records reference refund refunds request requests reservation reservations response result return
    returns sale seat security server service services shop signature site size staff statement status
    store supervisor support surname system systems team telephone terms ticket tickets total transaction
    transfer turn understanding username visit voucher wait waiting web website zip first second third
    title fault engine loyalty choice preference preferences attention type bank statement convenience
    needs situation satisfaction administrator membership spam employee virtual preferred volume surgery
    """.split()
)

# Places and things of a working day that are nobody's own.
GENERIC_WORDS = EMPTY_WORDS | BUSINESS_WORDS

# English that cannot be mistaken for another language's: none of it in a text means we cannot read it.
ENGLISH_WORDS = frozenset(
    """
    the you your and for with that this have has had is are was were will would can could what when where
    how who why from they them there here my our his her its not been be do does did of to it we i'm hello
    hi hey morning afternoon evening good thanks thank please sorry help welcome today bye take care see
    enjoy great okay yes sure back again nice lovely right day he she him told said gave asked issue resolved sorted
    refund refunded done without got made
    """.split()
)
