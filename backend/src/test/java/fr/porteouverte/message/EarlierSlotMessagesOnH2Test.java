package fr.porteouverte.message;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class EarlierSlotMessagesOnH2Test extends EarlierSlotMessagesSuite {}
