#!/bin/sh
# Compares the articles of a folder in any CI system and fails the job on what is
# new and has a verdict that matters.
#
#   check.sh [ARTICLES [RESULTS]]
#
# ARTICLES is the folder of articles (coverage), RESULTS the folder for the report
# in several formats (build/xref). The findings in xref-baseline.json and the
# waivers in xref-waivers.yaml don't count, where those files are there.
set -eu

articles=${1:-coverage}
results=${2:-build/xref}
mkdir -p "$results"

set -- --fail-on conflict,internal --min-confidence 0.6
[ ! -f xref-baseline.json ] || set -- "$@" --baseline xref-baseline.json
[ ! -f xref-waivers.yaml ] || set -- "$@" --waivers xref-waivers.yaml

# The tables go to the log, the files are for the job's artifacts and its views of
# tests and of code quality.
exec xref report "$articles" "$@" --format table \
  -o "$results/report.html" -o "$results/report.json" \
  -o junit="$results/junit.xml" -o sarif="$results/xref.sarif"
