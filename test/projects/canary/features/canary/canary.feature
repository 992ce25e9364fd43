Feature: Secrets in every place a request has
  Each scenario fails on purpose, so that everything is kept that can be.

  Scenario: A call with secrets in its header, address and body
    When the birds are asked for with every secret there is
    Then nothing of it can be right

  Scenario: A page with secrets in its form, cookie and address
    When the keeper signs in
    Then the page shows a bird that is not there
