package fr.porteouverte.message;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class FallenMessagesOnH2Test extends FallenMessagesSuite {}
