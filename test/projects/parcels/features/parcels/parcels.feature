@contract
@service:parcels
Feature: Parcels
  Everything here is said in the words of HTTP, as long as nobody has made phrases for parcels.

  Background:
    Given every request has the headers:
      | X-Key | {{tenant.secret}} |
    And a POST request is sent to "/parcels" with the body:
      """
      { "to": "{{tenant.name}}/{{unique}}", "weight": 1.5 }
      """
    And "id" of the answer is remembered as "parcel"
    And the header "Location" is remembered as "place"

  Scenario: A parcel is found where it is said to be
    When a GET request is sent to "{{place}}"
    Then the status is 200
    And "id" of the answer is "{{parcel}}"
    And "to" of the answer is "East Post/{{unique}}"
    And "to" of the answer matches "^East Post"
    And "to" of the answer contains "Post"
    And "weight" of the answer is 1.5
    And "fragile" of the answer is false
    And "signature" of the answer is null
    And "price" of the answer is absent
    And "history" of the answer has 2 entries
    And "history[1].place" of the answer is "hub"
    And "history[0]" of the answer is:
      """
      { "place": "counter" }
      """
    And "history" of the answer contains:
      """
      { "by": "van" }
      """
    And the header "Content-Type" is "application/json"
    And the header "Content-Type" matches "json$"
    And the header "X-Debug" is absent
    And the answer fits the schema:
      """
      {
        "type": "object",
        "required": ["id"],
        "properties": { "id": { "type": "integer" }, "state": { "enum": ["sorting", "delivered"] } }
      }
      """

  Scenario: A label is text
    When a GET request is sent to "/parcels/{{parcel}}/label"
    Then the status is 200
    And the text of the answer contains "To: East Post"

  Scenario: A parcel is delivered in the end
    When a GET request is sent to "{{place}}"
    And "to" of the answer is remembered as "name"
    Then a GET request to "{{place}}" is answered with "state" as "delivered" within 5 seconds
    And "to" of the answer is "{{name}}"

  Scenario: A parcel that was taken back is not there
    Given a DELETE request is sent to "/parcels/{{parcel}}"
    And the status is 204
    When a GET request is sent to "/parcels/{{parcel}}"
    Then the status is 404
    And "message" of the answer is "no such parcel"

  Scenario: Who brings no key is nobody
    Given the next request has the headers:
      | X-Key | of somebody else |
    When a GET request is sent to "/parcels/{{parcel}}"
    Then the status is 401

  Scenario: Headers are added to those of before
    Given every request has the headers:
      | Accept-Language | de |
    And the next request has the headers:
      | X-Trace | 1 |
    And the next request has the headers:
      | X-Trace-Of | 2 |
    When a GET request is sent to "/parcels/{{parcel}}"
    Then the status is 200

  Scenario: Another service of the same tenant
    When a GET request is sent to "/version" of the service "about"
    Then "version" of the answer is "1.0.0"
