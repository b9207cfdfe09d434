package fr.porteouverte.booking;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class BookingRacesOnH2Test extends BookingRacesSuite {}
