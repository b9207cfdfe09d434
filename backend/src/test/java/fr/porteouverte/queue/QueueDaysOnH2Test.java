package fr.porteouverte.queue;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QueueDaysOnH2Test extends QueueDaysSuite {}
