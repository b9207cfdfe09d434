# shellcheck shell=bash
# A client in Java, generated from openapi.yaml as anybody would generate one, and a program that books with it.

generator_version=7.17.0
generator_jar="$home/openapi-generator-cli-$generator_version.jar"

fetch_generator() {
  fetch_file "org.openapitools:openapi-generator-cli:$generator_version" "$home/unpack-generator" &&
    mv "$home/unpack-generator/openapi-generator-cli-$generator_version.jar" "$generator_jar" &&
    rm -rf "$home/unpack-generator"
}

prepare_generator() {
  [ -f "$generator_jar" ] || working 'Fetching the generator of clients, 31 MB, once' "$logs/generator-fetch.log" fetch_generator
}

# What a generated client needs (Jackson) comes with the API.
client_libraries() { printf '%s/api-h2/lib/main/*' "$home"; }

# generate_client FOLDER: into its classes/.
generate_client() {
  rm -rf "$1"
  mkdir -p "$1/classes"
  "$(java_command java)" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$generator_jar" generate \
    -i "$top/openapi.yaml" -g java --library native -o "$1/source" \
    --global-property apis,models,supportingFiles,apiDocs=false,modelDocs=false,apiTests=false,modelTests=false \
    --additional-properties=openApiNullable=false,useJakartaEe=true,hideGenerationTimestamp=true \
    --additional-properties=invokerPackage=client,apiPackage=client.api,modelPackage=client.model >"$1/generate.log" 2>&1 &&
    find "$1/source/src/main/java" "$top/backend/clients" -name '*.java' >"$1/files" &&
    "$(java_command javac)" -J-XX:TieredStopAtLevel=1 -proc:none -nowarn -d "$1/classes" -cp "$(client_libraries)" "@$1/files"
}
