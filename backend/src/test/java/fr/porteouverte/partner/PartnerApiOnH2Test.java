package fr.porteouverte.partner;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PartnerApiOnH2Test extends PartnerApiSuite {}
