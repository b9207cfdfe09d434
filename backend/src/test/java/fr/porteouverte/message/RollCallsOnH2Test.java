package fr.porteouverte.message;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RollCallsOnH2Test extends RollCallsSuite {}
