"""Somebody's own particulars."""

from django import forms

from microconnect.organisation.forms.fields import AddressField, NameField


class PersonForm(forms.Form):
    name = NameField()
    email = AddressField()
