package fr.porteouverte.permanence;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SessionLinkOnH2Test extends SessionLinkSuite {}
