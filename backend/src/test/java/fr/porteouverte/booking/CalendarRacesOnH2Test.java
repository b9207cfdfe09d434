package fr.porteouverte.booking;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CalendarRacesOnH2Test extends CalendarRacesSuite {}
