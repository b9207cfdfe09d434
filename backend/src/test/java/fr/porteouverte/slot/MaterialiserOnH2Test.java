package fr.porteouverte.slot;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class MaterialiserOnH2Test extends MaterialiserSuite {}
