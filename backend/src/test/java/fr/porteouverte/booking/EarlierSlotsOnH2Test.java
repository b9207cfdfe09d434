package fr.porteouverte.booking;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class EarlierSlotsOnH2Test extends EarlierSlotsSuite {}
