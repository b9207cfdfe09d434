package fr.porteouverte.booking;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class KeptPlacesOnH2Test extends KeptPlacesSuite {}
