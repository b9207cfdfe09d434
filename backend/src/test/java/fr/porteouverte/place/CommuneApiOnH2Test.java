package fr.porteouverte.place;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CommuneApiOnH2Test extends CommuneApiSuite {}
