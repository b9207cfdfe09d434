package fr.porteouverte.imports;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ImportsOnH2Test extends ImportsSuite {}
