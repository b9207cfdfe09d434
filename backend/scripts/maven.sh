# shellcheck shell=bash
# Maven for ./run and ./test: the machine's own, or a newer one from Maven Central when that is older.

maven_home="$home/maven-$maven_new"

# A build is over before a slower compiler or a collector with threads of its own would pay.
maven_small='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC'

machine_maven_will_do() { at_least "$(maven_version)" 3.9; }

# maven ARGUMENT...: prepare_maven comes first.
maven() {
  local command=(mvn)
  [ ! -d "$maven_home" ] || command=(sh "$maven_home/bin/mvn")
  MAVEN_OPTS="$maven_small ${MAVEN_OPTS:-}" "${command[@]}" -B -ntp \
    -Daether.dependencyCollector.impl=bf -Daether.connector.basic.threads=10 "$@"
}

# fetch_file ARTIFACT FOLDER: group:name:version[:type[:classifier]], into the folder.
fetch_file() {
  maven org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -Dartifact="$1" -DoutputDirectory="$2"
}

fetch_maven() {
  local unpack="$home/unpack-maven"
  rm -rf "$unpack"
  mkdir -p "$unpack"
  fetch_file "org.apache.maven:apache-maven:$maven_new:zip:bin" "$unpack" &&
    (cd "$unpack" && "$(java_command jar)" xf "apache-maven-$maven_new-bin.zip") &&
    mv "$unpack/apache-maven-$maven_new" "$maven_home" &&
    rm -rf "$unpack"
}

# prepare_maven: does nothing the second time.
prepare_maven() {
  [ ! -d "$maven_home" ] && ! machine_maven_will_do || return 0
  working "Fetching Maven $maven_new, 9 MB, once" "$logs/maven-fetch.log" fetch_maven
}
