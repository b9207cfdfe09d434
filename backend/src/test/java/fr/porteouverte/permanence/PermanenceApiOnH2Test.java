package fr.porteouverte.permanence;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PermanenceApiOnH2Test extends PermanenceApiSuite {}
