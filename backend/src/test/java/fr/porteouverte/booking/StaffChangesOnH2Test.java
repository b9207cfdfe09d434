package fr.porteouverte.booking;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class StaffChangesOnH2Test extends StaffChangesSuite {}
