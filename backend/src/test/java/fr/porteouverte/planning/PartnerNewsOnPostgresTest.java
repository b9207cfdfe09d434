package fr.porteouverte.planning;

import fr.porteouverte.support.OnPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OnPostgres.class)
class PartnerNewsOnPostgresTest extends PartnerNewsSuite {}
