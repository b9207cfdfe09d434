package fr.porteouverte.permanence;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SessionApiOnH2Test extends SessionApiSuite {}
