#!/bin/sh
# Bring the catalogues up to date with the sentences in the code; what is new has no translation yet.
set -eu
template=$(mktemp)
trap 'rm -f "$template"' EXIT
.venv/bin/pybabel -q extract -F pyproject.toml --no-default-keywords -k say -k plain -k say_count:1,2 \
  --no-location --sort-output --project=Relais -o "$template" .
for language in fr nl ar ro; do
  mkdir -p "locales/$language/LC_MESSAGES"
  file="locales/$language/LC_MESSAGES/messages.po"
  if [ -f "$file" ]; then
    .venv/bin/pybabel -q update -i "$template" -o "$file" -l "$language" --no-fuzzy-matching --ignore-obsolete --width=110 --ignore-pot-creation-date
  else
    .venv/bin/pybabel -q init -i "$template" -o "$file" -l "$language" --width=110
  fi
done
