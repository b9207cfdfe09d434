package fr.porteouverte.partner;

import fr.porteouverte.support.OnPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OnPostgres.class)
class PartnerApiOnPostgresTest extends PartnerApiSuite {}
