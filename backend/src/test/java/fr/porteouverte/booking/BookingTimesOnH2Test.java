package fr.porteouverte.booking;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class BookingTimesOnH2Test extends BookingTimesSuite {}
