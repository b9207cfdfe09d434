package fr.porteouverte.planning;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PartnerNewsOnH2Test extends PartnerNewsSuite {}
