@contract
@service:parcels
Feature: Mistakes
  Each scenario fails on purpose; the test that runs them reads what is said of it.

  Background:
    Given every request has the headers:
      | X-Key | {{tenant.secret}} |
    And a POST request is sent to "/parcels" with the body:
      """
      { "to": "Anna", "weight": 1.5 }
      """
    And "id" of the answer is remembered as "parcel"

  Scenario: another status
    When a GET request is sent to "/parcels/999999"
    Then the status is 200

  Scenario: a token in the query
    When a GET request is sent to "/parcels/999999?access_token={{unique}}"
    Then the status is 200

  Scenario: a refusal that nobody asked about
    When a GET request is sent to "/parcels/999999"
    Then "message" of the answer is "no such parcel"

  Scenario: a refusal before the test begins
    Given a GET request is sent to "/parcels/999999"
    When a GET request is sent to "/parcels/{{parcel}}"
    Then the status is 200

  Scenario: another value
    When a GET request is sent to "/parcels/{{parcel}}"
    Then "weight" of the answer is 2

  Scenario: a number that is text
    When a GET request is sent to "/parcels/{{parcel}}"
    Then "weight" of the answer is "1.5"

  Scenario: nothing there
    When a GET request is sent to "/parcels/{{parcel}}"
    Then "history[5].place" of the answer is "hub"

  Scenario: another object
    When a GET request is sent to "/parcels/{{parcel}}"
    Then "history[0]" of the answer is:
      """
      { "place": "hub" }
      """

  Scenario: something there
    When a GET request is sent to "/parcels/{{parcel}}"
    Then "state" of the answer is absent

  Scenario: absent from what is not there
    When a GET request is sent to "/parcels/{{parcel}}"
    Then "histroy[0].by" of the answer is absent

  Scenario: a name that is absent from a list
    When a GET request is sent to "/parcels/{{parcel}}"
    Then "history.by" of the answer is absent

  Scenario: no match
    When a GET request is sent to "/parcels/{{parcel}}"
    Then "to" of the answer matches "^B"

  Scenario: a match of nothing
    When a GET request is sent to "/parcels/{{parcel}}"
    Then "signature" of the answer matches "^[a-z]+$"

  Scenario: a match of another name
    Given a POST request is sent to "/parcels" with the body:
      """
      { "to": "A.na", "weight": 1 }
      """
    And "to" of the answer is remembered as "name"
    When a GET request is sent to "/parcels/{{parcel}}"
    Then "to" of the answer matches "^{{name}}$"

  Scenario: a text in which is no text
    When a GET request is sent to "/parcels/{{parcel}}"
    Then "to" of the answer contains ""

  Scenario: an answer in which is no text
    When a GET request is sent to "/parcels/{{parcel}}/label"
    Then the text of the answer contains ""

  Scenario: another number of entries
    When a GET request is sent to "/parcels/{{parcel}}"
    Then "history" of the answer has 3 entries

  Scenario: entries of something that is no list
    When a GET request is sent to "/parcels/{{parcel}}"
    Then "to" of the answer has 1 entry

  Scenario: not in a list
    When a GET request is sent to "/parcels/{{parcel}}"
    Then "history" of the answer contains:
      """
      { "by": "ship" }
      """

  Scenario: another header
    When a GET request is sent to "/parcels/{{parcel}}"
    Then the header "Content-Type" is "text/plain"

  Scenario: no such header
    When a GET request is sent to "/parcels/{{parcel}}"
    Then the header "X-Debug" matches "."

  Scenario: another text
    When a GET request is sent to "/parcels/{{parcel}}/label"
    Then the text of the answer contains "To: Bert"

  Scenario: no JSON
    When a GET request is sent to "/parcels/{{parcel}}/label"
    Then "to" of the answer is "Anna"

  Scenario: another shape
    When a GET request is sent to "/parcels/{{parcel}}"
    Then the answer fits the schema:
      """
      { "required": ["price"], "properties": { "weight": { "type": "integer" } } }
      """

  Scenario: a schema with a word that there is not
    When a GET request is sent to "/parcels/{{parcel}}"
    Then the answer fits the schema:
      """
      { "requird": ["price"] }
      """

  Scenario: a schema with a format that there is not
    When a GET request is sent to "/parcels/{{parcel}}"
    Then the answer fits the schema:
      """
      { "properties": { "to": { "type": "string", "format": "emial" } } }
      """

  Scenario: no contract
    When a GET request is sent to "/parcels/{{parcel}}"
    Then the answer fits the contract

  Scenario: never in time
    When a GET request is sent to "/parcels/{{parcel}}"
    Then a GET request to "/parcels/{{parcel}}" is answered with "state" as "lost" within 1 second

  Scenario: never that status
    When a GET request is sent to "/parcels/{{parcel}}"
    Then a GET request to "/parcels/{{parcel}}" is answered with status 404 within 1 second

  Scenario: in time only afterwards
    When a GET request is sent to "/parcels/{{parcel}}"
    Then a GET request to "/parcels/{{parcel}}/slow" is answered with status 200 within 1 second

  Scenario: waited for in a refusal
    When a GET request is sent to "/parcels/{{parcel}}"
    Then a GET request to "/parcels/999999" is answered with "message" as "no such parcel" within 1 second

  Scenario: longer than a step may take
    When a GET request is sent to "/parcels/{{parcel}}"
    Then a GET request to "/parcels/{{parcel}}" is answered with status 404 within 60 seconds

  Scenario: a name that nobody remembered
    When a GET request is sent to "/parcels/{{letter}}"
    Then the status is 200

  Scenario: nothing to remember
    When a GET request is sent to "/parcels/{{parcel}}"
    And "price" of the answer is remembered as "price"
    Then the status is 200

  Scenario: no path
    When a GET request is sent to "parcels"
    Then the status is 200

  Scenario: no place in an answer
    When a GET request is sent to "/parcels/{{parcel}}"
    Then "history[*].place" of the answer is "hub"

  Scenario: no such service
    When a GET request is sent to "/letters" of the service "letters"
    Then the status is 200
