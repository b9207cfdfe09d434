package fr.porteouverte.booking;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SessionFallRacesOnH2Test extends SessionFallRacesSuite {}
