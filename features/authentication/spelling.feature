@service:wallet
@one-tenant
Feature: Requests are taken as they are spelt
  Clients are written in many languages, and each spells the same question and the same content in its
  own way. What counts is the spelling that was signed and sent.

  Scenario: A query is signed as it is spelt
    When the customer's identities are asked for with a query spelt with each of these
      | plain brackets   |
      | encoded brackets |
      | a plus sign      |
      | an encoded space |
      | encoded letters  |
    Then each of them is answered

  Scenario: JSON is signed as it is spelt
    When a wallet is created from JSON spelt with each of these
      | no spaces       |
      | spaces          |
      | unicode escapes |
      | several lines   |
    Then each wallet that was made is called "Zoë"

  Scenario Outline: The prefix <prefix> is accepted and signed along
    When the customer's wallet is asked for with the prefix "<prefix>"
    Then it is answered

    Examples:
      | prefix |
      |        |
      | /2.0   |
