package fr.porteouverte.imports;

import fr.porteouverte.support.OnPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OnPostgres.class)
class ImportsOnPostgresTest extends ImportsSuite {}
