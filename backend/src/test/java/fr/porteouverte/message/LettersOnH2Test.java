package fr.porteouverte.message;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class LettersOnH2Test extends LettersSuite {}
