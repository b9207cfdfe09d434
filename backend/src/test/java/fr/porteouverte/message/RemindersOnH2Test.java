package fr.porteouverte.message;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RemindersOnH2Test extends RemindersSuite {}
