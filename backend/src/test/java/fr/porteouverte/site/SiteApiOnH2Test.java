package fr.porteouverte.site;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SiteApiOnH2Test extends SiteApiSuite {}
