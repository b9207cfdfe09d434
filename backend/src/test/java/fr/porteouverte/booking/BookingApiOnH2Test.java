package fr.porteouverte.booking;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class BookingApiOnH2Test extends BookingApiSuite {}
