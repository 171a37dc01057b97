FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY bpmn bpmn
COPY docs docs
COPY forms forms
COPY src src
RUN mvn --batch-mode --quiet -Pproduction -DskipTests package

FROM eclipse-temurin:17-jre
RUN useradd --system --create-home crossgov
USER crossgov
WORKDIR /home/crossgov
COPY --from=build /build/target/cross-gov-hiring.jar application.jar
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "application.jar"]
