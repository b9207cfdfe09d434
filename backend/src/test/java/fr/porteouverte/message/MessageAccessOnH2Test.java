package fr.porteouverte.message;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class MessageAccessOnH2Test extends MessageAccessSuite {}
