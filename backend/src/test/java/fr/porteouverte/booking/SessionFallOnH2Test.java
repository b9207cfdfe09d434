package fr.porteouverte.booking;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SessionFallOnH2Test extends SessionFallSuite {}
