package fr.porteouverte.queue;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QueueRacesOnH2Test extends QueueRacesSuite {}
