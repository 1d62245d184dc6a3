#!/usr/bin/env bash
# What the GitHub Action runs: a report of XREF_PATHS as annotations, a summary of the
# run and files in XREF_RESULTS, and the gate. action.yml says what each variable is.
set -euo pipefail

results=${XREF_RESULTS:-build/xref}
mkdir -p "$results"
# Paths and arguments are words without quotation: no shell reads them.
read -r -a paths <<< "${XREF_PATHS:-}"
read -r -a arguments <<< "${XREF_ARGUMENTS:-}"

[ -z "${XREF_FAIL_ON:-}" ] || arguments+=(--fail-on "$XREF_FAIL_ON")
[ ! -f "${XREF_BASELINE:-}" ] || arguments+=(--baseline "$XREF_BASELINE")
[ ! -f "${XREF_WAIVERS:-}" ] || arguments+=(--waivers "$XREF_WAIVERS")
[ -z "${GITHUB_STEP_SUMMARY:-}" ] || arguments+=(-o "github-summary=$GITHUB_STEP_SUMMARY")

if [ -n "${GITHUB_OUTPUT:-}" ]; then
  {
    echo "page=$results/report.html"
    echo "json=$results/report.json"
    echo "sarif=$results/xref.sarif"
  } >> "$GITHUB_OUTPUT"
fi

exec xref report ${paths[@]+"${paths[@]}"} ${arguments[@]+"${arguments[@]}"} --format github \
  -o "$results/report.html" -o "$results/report.json" -o "sarif=$results/xref.sarif" -o "junit=$results/junit.xml"
