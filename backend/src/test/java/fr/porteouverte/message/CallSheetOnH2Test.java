package fr.porteouverte.message;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CallSheetOnH2Test extends CallSheetSuite {}
