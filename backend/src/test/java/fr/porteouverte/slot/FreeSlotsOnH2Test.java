package fr.porteouverte.slot;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class FreeSlotsOnH2Test extends FreeSlotsSuite {}
