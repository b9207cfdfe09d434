package fr.porteouverte.message;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class WordsOnH2Test extends WordsSuite {}
