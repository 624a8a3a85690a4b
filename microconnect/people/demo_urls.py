from django.urls import path

from microconnect.people.demo import demo_sign_in

urlpatterns = [path("sign-in/", demo_sign_in, name="demo_sign_in")]
