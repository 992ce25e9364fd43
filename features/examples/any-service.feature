@contract
@service:wallet
@one-tenant
Feature: Any service, in the words of HTTP
  How a service is tested for which nobody has made phrases yet. The wallet service is only the example
  here; what it promises is said in the business's words elsewhere.

  Scenario: Whether the platform lives is told to everybody
    When a GET request is sent to "/health"
    Then the status is 200
    And "status" of the answer is "ok"
    And the header "X-EES-CALLED-UNIQUE-ID" matches "^[0-9a-f-]{36}$"
    And the answer fits the contract

  Scenario: A wallet that was made can be read by its number
    Given a signed POST request is sent to "/wallet" with the body:
      """
      {
        "type": "CONSUMER",
        "friendlyName": "{{tenant.name}}",
        "identities": [{ "type": "CARD", "value": "any-{{unique}}" }]
      }
      """
    And "walletId" of the answer is remembered as "wallet"
    When a signed GET request is sent to "/wallet/{{wallet}}"
    Then the status is 200
    And "walletId" of the answer is "{{wallet}}"
    And "friendlyName" of the answer is "{{tenant.name}}"
    And "status" of the answer matches "^(ACTIVE|INACTIVE)$"
    And "meta" of the answer is:
      """
      []
      """
    And "secret" of the answer is absent

  Scenario: A list says how many there are
    Given a signed POST request is sent to "/wallet" with the body:
      """
      {
        "type": "CONSUMER",
        "identities": [
          { "type": "CARD", "value": "a-{{unique}}" },
          { "type": "EMAIL", "value": "b-{{unique}}@example.com" }
        ]
      }
      """
    And "walletId" of the answer is remembered as "wallet"
    When a signed GET request is sent to "/wallet/{{wallet}}/identities?limit=1"
    Then "total" of the answer is 2
    And "results" of the answer has 1 entry
    And "results" of the answer contains:
      """
      { "walletId": "{{wallet}}", "status": "ACTIVE" }
      """
    And the answer fits the schema:
      """
      {
        "type": "object",
        "required": ["total", "limit", "offset", "results"],
        "properties": {
          "results": {
            "type": "array",
            "items": {
              "required": ["identityId"],
              "properties": { "identityId": { "type": "string", "pattern": "^[0-9]+$" } }
            }
          }
        }
      }
      """

  Scenario: A request that nobody signed is refused
    When a GET request is sent to "/wallet/1"
    Then the status is 401
    And "errorCode" of the answer is "UNAUTHORISED"

  Scenario: A header goes along with one request
    Given the next request has the headers:
      | X-EES-AUTH-CLIENT-ID | {{tenant.clientId}} |
    When a GET request is sent to "/version"
    Then "release" of the answer matches "^\d+\.\d+"

  Scenario: Headers may go along with every request
    Given every request has the headers:
      | X-EES-AUTH-CLIENT-ID | {{tenant.clientId}} |
    And a GET request is sent to "/health"
    And the header "X-EES-CALLED-UNIQUE-ID" is remembered as "first call"
    When a GET request is sent to "/version"
    Then the status is 200
    And the header "Content-Type" is "application/json;charset=utf-8"
    And the header "Set-Cookie" is absent
    And the text of the answer contains "digest"

  Scenario: A text may be looked into
    Given a signed POST request of another tenant is sent to "/wallet" with the body:
      """
      { "type": "CONSUMER", "friendlyName": "{{tenant.name}}, {{unique}}" }
      """
    And "walletId" of the answer is remembered as "wallet"
    When a signed GET request of another tenant is sent to "/wallet/{{wallet}}"
    Then "friendlyName" of the answer contains "{{unique}}"

  Scenario: Each of two tenants reads what is its own
    Given a signed POST request is sent to "/wallet" with the body:
      """
      { "type": "CONSUMER" }
      """
    And "walletId" of the answer is remembered as "wallet"
    When a signed GET request of another tenant is sent to "/wallet/{{wallet}}"
    Then the status is 404

  Scenario: The platform becomes ready
    When a GET request is sent to "/health"
    Then a GET request to "/ready" is answered with "status" as "ready" within 5 seconds
    And a GET request to "/ready" is answered with status 200 within 5 seconds
