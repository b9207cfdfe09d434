package fr.porteouverte.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A computation to do first, as ALTCHA’s widget reads it (https://altcha.org). */
@Schema(
    name = "ProofChallenge",
    description =
        "ALTCHA’s challenge: find the number from 0 to maxnumber of which SHA-256(salt + number) in"
            + " hexadecimal is the challenge")
public record ProofChallenge(
    @Schema(required = true, examples = "SHA-256") String algorithm,
    @Schema(required = true) String challenge,
    @Schema(required = true) long maxnumber,
    @Schema(required = true, description = "Says until when, and a hash of what it is for")
        String salt,
    @Schema(required = true) String signature) {}
