package fr.porteouverte.queue;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class EntranceOnH2Test extends EntranceSuite {}
