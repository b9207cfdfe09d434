package fr.porteouverte.booking;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class EarlierRacesOnH2Test extends EarlierRacesSuite {}
