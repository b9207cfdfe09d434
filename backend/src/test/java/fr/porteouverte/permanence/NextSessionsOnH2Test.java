package fr.porteouverte.permanence;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class NextSessionsOnH2Test extends NextSessionsSuite {}
